/* The list of drafts on this device. */
(function () {
  "use strict";
  const doc = document, box = window.sanweiBox, place = doc.querySelector("[data-drafts-list]");
  if (!place || !box) return;
  const STATES = { writing: ["没有写完", "mute"], ready: ["等待提交", "info"], look: ["需要核对", "warn"] };

  function make(tag, words, name) {
    const made = doc.createElement(tag);
    if (words) made.textContent = words;
    if (name) made.className = name;
    return made;
  }
  function note(text) {
    const card = make("section", "", "card"), body = make("div", "", "body");
    body.appendChild(make("p", text, "dim"));
    card.appendChild(body);
    return card;
  }
  function button(words, name, work) {
    const made = make("button", words, "btn " + name);
    made.type = "button";
    made.addEventListener("click", function () {
      made.disabled = true;
      work().catch(() => { made.disabled = false; });
    });
    return made;
  }
  function who(draft) {
    const told = draft.answers.find((answer) => answer[0] === "party_name" && answer[1]);
    return [draft.about, told ? told[1] : ""].filter(Boolean).join(" · ");
  }
  function row(draft) {
    const card = make("section", "", "card draft"), head = make("header"), body = make("div", "", "body"), acts = make("p", "", "act");
    head.append(make("h2", draft.label), make("span", STATES[draft.state][0], "tag " + STATES[draft.state][1]));
    if (who(draft)) body.appendChild(make("p", who(draft)));
    const day = new Date(draft.at);
    const when = (day.getMonth() + 1) + "月" + day.getDate() + "日 " + window.sanweiDrafts.clockText(draft.at);
    body.appendChild(make("p", when + " 保存" + (draft.photos ? "，" + draft.photos + " 个文件" : ""), "dim"));
    if (draft.note) body.appendChild(make("p", draft.note));
    const open = make("a", draft.state === "look" ? "打开核对" : "打开", "btn");
    open.href = draft.path + "#draft=" + draft.id;
    acts.appendChild(open);
    if (draft.state === "ready") acts.appendChild(button("现在提交", "pri", async () => {
      const end = await window.sanweiDrafts.send(draft);
      await show(end === "done" ? { done: [draft] } : { offline: end === "offline", login: end === "login" });
    }));
    acts.appendChild(button("删除", "", async () => {
      if (confirm("删除草稿“" + draft.label + "”？文字和照片都不能恢复。")) await box.remove(draft.id);
      await show({});
    }));
    body.appendChild(acts);
    card.append(head, body);
    return card;
  }
  function line(kind, text, url, words) {
    const made = make("div", "", "msg " + kind), said = make("p", text + " ");
    made.setAttribute("role", "status");
    if (url) {
      const link = make("a", words);
      link.href = url;
      said.appendChild(link);
    }
    made.appendChild(said);
    return made;
  }
  async function show(told) {
    const made = [];
    (told.done || []).forEach((d) => made.push(line("success", "“" + d.label + "”已经办理，没有重复。", d.url, "打开案件")));
    if (told.offline) made.push(line("warning", "还没有网络，草稿留在这里，网络恢复后自动提交。"));
    if (told.login) made.push(line("warning", "登录已经过期，草稿还在。", doc.body.getAttribute("data-login") + "?next=" + location.pathname, "重新登录并继续"));
    if (!box.able()) made.push(note("这个浏览器现在不能存草稿：需要安全连接（https），并且登录过。表单照常可以填写、提交。"));
    else {
      const drafts = await box.all(), others = await box.others();
      drafts.forEach((draft) => made.push(row(draft)));
      if (!drafts.length) made.push(note("没有草稿。"));
      if (others) made.push(note("这台设备上还有别人的 " + others + " 份草稿，只有本人登录后才能看到。"));
    }
    place.textContent = "";
    made.forEach((item) => place.appendChild(item));
    place.setAttribute("data-listed", "");
  }
  doc.addEventListener("sanwei:settled", function (event) { show(event.detail).catch(() => {}); });
  show({}).catch(() => {});
})();
