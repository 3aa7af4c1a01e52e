/* Drafts of forms (form[data-draft]): kept while one writes, laid down once when the network is there.
   A draft is "writing" (still being filled), "ready" (its button was pressed) or "look" (the server wants it looked at). */
(function () {
  "use strict";
  const doc = document, box = window.sanweiBox, OPEN = "sanwei-open-draft", WAIT = 8000;
  const AGAIN = 15000;
  const SKIP = ["csrfmiddlewaretoken", "kept_files", "kept_chosen", "token", "version", "whose"];
  const at = (name) => doc.body.getAttribute("data-" + name);
  const hex = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  let mine = null; /* {form, draft}: the form of this page */

  /* ---- asking the server: {person, csrf, done, url}, or {offline} or {login} ---- */
  async function ask(draft) {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), WAIT);
    try {
      const query = new URLSearchParams({ act: draft.act, matter: draft.matter, token: draft.token });
      const answer = await fetch(at("sent") + "?" + query, { credentials: "same-origin", signal: stop.signal, cache: "no-store" });
      if (answer.status === 401 || answer.redirected) return { login: true };
      if (!answer.ok) return { offline: true };
      const told = await answer.json();
      const held = box.ticket();
      return held && told.person === held.person ? told : { login: true };
    } catch (error) {
      return { offline: true };
    } finally {
      clearTimeout(timer);
    }
  }

  /* ---- reading and filling a form ---- */
  function read(form) {
    const found = [];
    Array.from(form.elements).forEach(function (box) {
      if (!box.name || box.disabled || SKIP.includes(box.name) || ["file", "submit", "button"].includes(box.type)) return;
      if (["radio", "checkbox"].includes(box.type) && !box.checked) return;
      if (box.type === "select-multiple") Array.from(box.selectedOptions).forEach((o) => found.push([box.name, o.value]));
      else found.push([box.name, box.value]);
    });
    return found;
  }
  const fileBox = (form) => form.querySelector("input[type=file]:not([data-camera])");
  async function fill(form, draft) {
    const told = (name, value) => draft.answers.some((a) => a[0] === name && a[1] === value);
    const first = (name) => (draft.answers.find((a) => a[0] === name) || [])[1];
    Array.from(form.elements).forEach(function (box) {
      if (!box.name || SKIP.includes(box.name) || ["file", "submit", "button"].includes(box.type)) return;
      if (["radio", "checkbox"].includes(box.type)) box.checked = told(box.name, box.value);
      else if (box.type === "select-multiple") Array.from(box.options).forEach((o) => { o.selected = told(box.name, o.value); });
      else if (first(box.name) !== undefined) box.value = first(box.name);
      if (box.tagName === "TEXTAREA") box.dispatchEvent(new Event("input"));
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
    const files = await box.photos(draft.id);
    if (files.length && fileBox(form)) window.sanweiFiles.put(fileBox(form), files);
    number(form, draft);
  }
  function number(form, draft) {
    form.elements.token.value = draft.token;
    if (form.elements.version && draft.version !== "") form.elements.version.value = draft.version;
  }

  /* ---- words on the page ---- */
  function tell(form, text, links) {
    const place = form.querySelector("[data-draft-told]");
    if (!place) return; /* a form kept on this device before it had the line */
    place.textContent = text;
    (links || []).forEach(function (link) {
      const made = doc.createElement("a");
      made.href = link[1];
      made.textContent = link[0];
      place.append(" ", made);
    });
  }
  const clockText = (ms) => new Date(ms).toTimeString().slice(0, 5);
  function notice(text, url, words) {
    const main = doc.getElementById("main");
    if (!main) return;
    let line = main.querySelector("[data-draft-notice]");
    if (!line) {
      line = doc.createElement("div");
      line.className = "msg info";
      line.setAttribute("data-draft-notice", "");
      line.setAttribute("role", "status");
      main.insertBefore(line, main.firstChild);
    }
    const said = doc.createElement("p"), link = doc.createElement("a");
    said.textContent = text + " ";
    link.href = url;
    link.textContent = words;
    said.appendChild(link);
    line.replaceChildren ? line.replaceChildren(said) : (line.textContent = "", line.appendChild(said));
  }

  /* ---- keeping while one writes ---- */
  function begin(form) {
    const about = form.parentNode.querySelector("[data-about]");
    const version = form.elements.version ? form.elements.version.value : "";
    /* a number of its own for each draft: the form may come from this device, with a number that was used before */
    const draft = { id: hex(), path: location.pathname, act: form.dataset.draft, matter: form.dataset.matter, token: hex(), version: version };
    return Object.assign(draft, { label: form.dataset.label, about: about ? about.textContent : "", answers: [], photos: 0, box: fileBox(form) ? fileBox(form).name : "", state: "writing", note: "" });
  }
  /* Which draft this tab is at: a refused form comes back as a page of its own, a page may be loaded anew. */
  function remember(draft) {
    sessionStorage.setItem(OPEN, draft.path + " " + draft.id);
  }
  function cameBack() {
    const how = performance.getEntriesByType("navigation")[0];
    return Boolean(how && (how.type === "reload" || how.type === "back_forward"));
  }
  let work = Promise.resolve();
  /* One after the other, so that an older state never overwrites a newer one. */
  function save(state, withFiles) {
    work = work.then(async function () {
      const form = mine.form, bound = form.hasAttribute("data-bound");
      if (!mine.draft) {
        mine.draft = begin(form);
        number(form, mine.draft);
        remember(mine.draft);
      }
      const draft = Object.assign(mine.draft, { answers: read(form), state: state, at: Date.now() });
      if (withFiles && fileBox(form)) {
        const chosen = Array.from(fileBox(form).files);
        /* after a refusal the server holds the files it was sent; what is chosen now comes to those of the draft */
        const files = bound ? (await box.photos(draft.id)).concat(chosen) : chosen;
        await box.putPhotos(draft.id, files);
        draft.photos = files.length;
      }
      await box.put(draft);
      form.removeAttribute("data-changed");
      if (state === "writing") tell(form, "草稿已存在这台设备上 " + clockText(draft.at));
    }).catch(function () { tell(mine.form, "草稿没有存下来（浏览器的空间不够，或者不允许存储），请不要关闭这一页"); });
    return work;
  }
  let timer = 0;
  function changed(event) {
    if (!mine || event.target.form !== mine.form || event.target.hasAttribute("data-camera")) return;
    clearTimeout(timer);
    if (event.target.type === "file") save("writing", true);
    else timer = setTimeout(() => save("writing"), event.type === "change" ? 0 : 400);
  }

  /* ---- pressing the button ---- */
  let going = false, asking = false;
  async function go(form) {
    asking = true;
    clearTimeout(timer);
    tell(form, "正在提交…");
    await save("ready");
    if (!mine.draft) { going = true; return form.requestSubmit(); }
    const draft = mine.draft, told = await ask(draft);
    asking = false;
    if (told.offline) {
      /* a network that is there but too slow tells nobody when it is better */
      if (navigator.onLine) timer = setTimeout(() => { if (draft.state === "ready" && !asking && !going) go(form); }, AGAIN);
      return tell(form, "没有网络，还没有办理。内容已存为草稿，网络恢复后自动提交。", [["我的草稿", at("drafts")]]);
    }
    if (told.login) return tell(form, "登录已经过期，还没有办理。内容已存为草稿，登录后自动提交。", [["重新登录", at("login") + "?next=" + at("drafts")]]);
    if (told.done) {
      await box.remove(draft.id);
      return location.assign(told.url);
    }
    form.elements.csrfmiddlewaretoken.value = told.csrf;
    remember(draft);
    going = true;
    form.requestSubmit();
  }
  doc.addEventListener("submit", function (event) {
    const form = event.target;
    if (!mine || form !== mine.form || going) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!asking) go(form);
  }, true);

  /* ---- a form comes on the page ---- */
  async function attach(form) {
    mine = { form: form, draft: null };
    const bound = form.hasAttribute("data-bound");
    const kept = (sessionStorage.getItem(OPEN) || "").split(" ");
    const wanted = location.hash.indexOf("#draft=") === 0 ? location.hash.slice(7) : (bound || cameBack()) && kept[0] === location.pathname ? kept[1] : "";
    const draft = wanted ? await box.get(wanted) : null;
    if (draft && draft.path === location.pathname) {
      mine.draft = draft;
      remember(draft);
      if (bound) {
        /* refused, or somebody was faster: the page has what was written; its numbers are the ones that count now */
        Object.assign(draft, { token: form.elements.token.value, version: form.elements.version ? form.elements.version.value : "" });
        await save("writing");
      } else {
        await fill(form, draft);
        tell(form, "这是 " + clockText(draft.at) + " 存的草稿" + (draft.note ? "。" + draft.note : ""));
      }
    } else if (!bound) {
      const there = (await box.all()).filter((d) => d.path === location.pathname);
      if (there.length) offer(form, there);
    }
    doc.addEventListener("input", changed);
    doc.addEventListener("change", changed);
    form.setAttribute("data-drafting", "");
  }
  function offer(form, there) {
    const line = doc.createElement("div");
    line.className = "msg info draft-offer";
    const said = doc.createElement("p");
    said.textContent = "这张表有 " + there.length + " 份没有提交的草稿，可以继续写；也可以在下面另写一份。";
    there.forEach(function (draft) {
      const link = doc.createElement("a");
      link.className = "btn";
      link.href = draft.path + "#draft=" + draft.id;
      link.textContent = "继续 " + clockText(draft.at) + " 的草稿" + (draft.photos ? "（" + draft.photos + " 个文件）" : "");
      link.addEventListener("click", function () { setTimeout(() => location.reload(), 0); });
      said.append(" ", link);
    });
    line.appendChild(said);
    form.parentNode.insertBefore(line, form);
  }

  /* ---- sending what was ready, without its form ---- */
  async function post(draft, csrf) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", csrf);
    data.append("token", draft.token);
    data.append("version", draft.version);
    draft.answers.forEach((answer) => data.append(answer[0], answer[1]));
    (await box.photos(draft.id)).forEach((file) => data.append(draft.box, file, file.name));
    return fetch(draft.path, { method: "POST", body: data, credentials: "same-origin", redirect: "manual", cache: "no-store" });
  }
  async function why(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector(".conflict")) return "写草稿以后，别人办理过本案，请打开核对后再提交";
    const said = page.querySelector(".errors li, .gate-item p, .notice-card p");
    return "没有办成：" + (said ? said.textContent.trim() : "请打开查看原因");
  }
  /* One draft: "done" with url, "look", "offline" or "login". */
  async function send(draft) {
    let told = await ask(draft);
    if (told.offline) return "offline";
    if (told.login) return "login";
    draft.before = Boolean(told.done);
    if (!told.done) {
      let answer;
      try { answer = await post(draft, told.csrf); } catch (error) { return "offline"; }
      told = await ask(draft);
      if (told.offline || told.login) return told.login ? "login" : "offline";
      if (!told.done) {
        Object.assign(draft, { state: "look", note: await why(answer) });
        await box.put(draft);
        return "look";
      }
    }
    await box.remove(draft.id);
    Object.assign(draft, { state: "done", url: told.url });
    return "done";
  }
  const alone = (work) => (navigator.locks ? navigator.locks.request("sanwei-send", work) : work());
  /* All that are ready, one tab at a time. A number is spent only once, so a second sending does nothing. */
  async function settle() {
    return alone(async function () {
      const told = { done: [], look: 0, login: false };
      for (const draft of await box.all()) {
        if (draft.state !== "ready" || mine && mine.draft && mine.draft.id === draft.id) continue;
        const end = await send(draft);
        /* what this tab has just pressed itself is told by the page that answered */
        const own = draft.before && (sessionStorage.getItem(OPEN) || "").split(" ")[1] === draft.id;
        if (end === "done" && !own) told.done.push(draft);
        if (end === "look") told.look += 1;
        if (end === "login") told.login = true;
        if (end === "offline" || end === "login") break;
      }
      doc.dispatchEvent(new CustomEvent("sanwei:settled", { detail: told }));
      if (!doc.querySelector("[data-drafts-list]")) remind(told);
      return told;
    });
  }
  async function remind(told) {
    if (mine && mine.draft) return;
    const left = (await box.all()).length, fresh = told.done[told.done.length - 1];
    if (fresh) return notice("草稿“" + fresh.label + "”已经提交。", fresh.url, "打开案件");
    if (left) notice("这台设备上有 " + left + " 份没有提交的草稿。", at("drafts"), "查看");
  }

  /* ---- signing out takes everything away, after asking ---- */
  let leaving = false;
  async function signOut(form) {
    const left = (await box.all()).length;
    if (left && !confirm("这台设备上还有 " + left + " 份没有提交的草稿，退出登录会把它们删除。仍然退出吗？")) return;
    clearTimeout(timer);
    await box.clear();
    if (navigator.serviceWorker) {
      const worker = await navigator.serviceWorker.getRegistration("/");
      if (worker) await worker.unregister();
      for (const name of await caches.keys()) if (name.startsWith("sanwei-")) await caches.delete(name);
    }
    leaving = true;
    form.requestSubmit();
  }
  doc.addEventListener("submit", function (event) {
    if (!event.target.hasAttribute("data-signs-out") || leaving || !box.able()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    signOut(event.target).catch(function () { leaving = true; event.target.requestSubmit(); });
  }, true);

  /* ---- when the page is there ---- */
  async function start() {
    if (!box.able() || !at("sent")) return;
    const main = doc.getElementById("main"), form = doc.querySelector("form[data-draft]"), offline = doc.querySelector("[data-offline]");
    if (form && !form.hasAttribute("data-bound")) {
      const copy = main.cloneNode(true);
      copy.querySelectorAll(".msg").forEach((line) => line.remove());
      await box.putPage(location.pathname, copy.innerHTML, doc.title);
    }
    if (at("worker") && navigator.serviceWorker && (form || doc.querySelector("[data-drafts-list]"))) {
      navigator.serviceWorker.register(at("worker"), { scope: "/" }).catch(function () { /* pages stay as they are */ });
    }
    if (form) await attach(form);
    else if (location.hash.indexOf("#draft=") === 0 && !offline) history.replaceState(null, "", location.pathname + location.search);
    if (mine && mine.draft && mine.draft.state === "ready" && !offline) return asking || going ? undefined : go(mine.form);
    if (offline && location.pathname !== at("drafts")) await again(offline);
    await box.sweep();
    if (!offline) await settle();
  }
  /* The form that was opened before, on the page without network. */
  async function again(place) {
    const page = await box.page(location.pathname), title = doc.querySelector("[data-offline-title]");
    if (!page) {
      title.textContent = "这一页没有存下来";
      return;
    }
    doc.title = page.title;
    title.parentNode.hidden = true;
    place.innerHTML = page.html;
    await attach(place.querySelector("form[data-draft]"));
  }
  window.addEventListener("online", function () {
    if (mine && mine.draft && mine.draft.state === "ready" && !asking) {
      if (doc.querySelector("[data-offline]")) location.reload();
      else go(mine.form);
    } else settle();
  });
  window.sanweiDrafts = { send: (draft) => alone(() => send(draft)), settle: settle, clockText: clockText };
  if (box) start().catch(function () { /* a form without drafts is still a form */ });
})();
