/* Small helps on top of pages that also work without it. No library, no inline code. */
(function () {
  "use strict";
  var doc = document;
  doc.documentElement.classList.add("js");
  var live = doc.getElementById("live");
  var timer = 0;

  function say(text) {
    if (!live) return;
    live.textContent = text;
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { live.textContent = ""; }, 8000);
  }

  /* ---- leaving a changed form ---- */
  var leaving = false;
  function guarded(form) {
    return form && form.method === "post" && !form.hasAttribute("data-unguarded");
  }
  function touched(event) {
    var form = event.target.form;
    if (guarded(form)) form.setAttribute("data-changed", "");
  }
  doc.addEventListener("input", touched);
  doc.addEventListener("change", touched);
  window.addEventListener("beforeunload", function (event) {
    if (leaving || !doc.querySelector("form[data-changed]")) return;
    event.preventDefault();
    event.returnValue = "";
  });

  /* ---- asking before something final (data-confirm on a button, a link or a form); one press, one submission ---- */
  function buttons(form) {
    return Array.from(form.elements).filter(function (control) { return control.type === "submit"; });
  }
  function lock(form) {
    form.setAttribute("aria-busy", "true");
    buttons(form).forEach(function (button) {
      var plain = button.tagName === "INPUT";
      button.setAttribute("data-words", plain ? button.value : button.innerHTML);
      button.disabled = true;
      if (plain) button.value = "正在提交…";
      else button.textContent = "正在提交…";
    });
  }
  function unlock(form) {
    form.removeAttribute("aria-busy");
    buttons(form).forEach(function (button) {
      var words = button.getAttribute("data-words");
      if (words === null) return;
      button.disabled = false;
      if (button.tagName === "INPUT") button.value = words;
      else button.innerHTML = words;
      button.removeAttribute("data-words");
    });
  }
  function isHtmx(form) {
    return form.hasAttribute("hx-post") || form.hasAttribute("data-hx-post");
  }
  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  doc.addEventListener("click", function (event) {
    var asker = event.target.closest("button[data-confirm], a[data-confirm]");
    if (asker && !window.confirm(asker.getAttribute("data-confirm"))) stop(event);
  }, true);
  doc.addEventListener("submit", function (event) {
    var form = event.target;
    var text = form.getAttribute("data-confirm");
    if (form.getAttribute("aria-busy") === "true" || text && !window.confirm(text)) stop(event);
  }, true);
  doc.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-download")) return;
    if (isHtmx(form)) {
      window.setTimeout(function () { lock(form); }, 0);
    } else if (!event.defaultPrevented) {
      leaving = true;
      /* after this turn, so that the pressed button's own name and value are still sent */
      window.setTimeout(function () { lock(form); }, 0);
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    leaving = false;
    doc.querySelectorAll("form[aria-busy]").forEach(unlock);
  });

  /* ---- counters under long texts ---- */
  function count(box, place) {
    var most = Number(place.getAttribute("data-limit"));
    var used = Array.from(box.value).length;
    place.classList.toggle("over", used > most);
    place.textContent = used > most ? "已写 " + used + " 字，超过 " + (used - most) + " 字" : "已写 " + used + " 字，还可以写 " + (most - used) + " 字";
  }
  doc.addEventListener("input", function (event) {
    var place = event.target.id && doc.querySelector('[data-count="' + event.target.id + '"]');
    if (place) count(event.target, place);
  });

  /* ---- questions that go with one choice (data-only="name=answer answer"): with another they are neither seen nor sent ---- */
  function chosen(form, name) {
    return Array.from(form.elements).filter(function (box) {
      return box.name === name && !box.disabled && (box.checked || box.tagName === "SELECT");
    }).map(function (box) { return box.value; });
  }
  function sift(form) {
    form.querySelectorAll("[data-only]").forEach(function (field) {
      var parts = field.getAttribute("data-only").split("="), answers = parts[1].split(" ");
      if (!form.elements[parts[0]]) return;
      var asked = field.classList.contains("wrong") ||
        chosen(form, parts[0]).some(function (answer) { return answers.indexOf(answer) >= 0; });
      field.hidden = !asked;
      field.querySelectorAll("input, select, textarea").forEach(function (box) { box.disabled = !asked; });
    });
    form.querySelectorAll("fieldset.group").forEach(function (group) {
      group.hidden = !group.querySelector(".field:not([hidden])");
    });
  }
  doc.addEventListener("change", function (event) {
    var form = event.target.form || event.target;
    if (form.querySelector("[data-only]")) sift(form);
  });

  /* ---- menus close on Escape and on a press outside ---- */
  function closeMenus(except) {
    doc.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }
  doc.addEventListener("click", function (event) { closeMenus(event.target.closest("details[data-menu]")); });
  doc.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var menu = doc.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* ---- a ticked phrase goes into its text at once, so that it can be read and changed in its place ---- */
  doc.addEventListener("change", function (event) {
    var tick = event.target, area = tick.hasAttribute("data-phrase") && doc.getElementById(tick.getAttribute("data-phrase"));
    if (!area || !tick.checked) return;
    var text = tick.parentNode.querySelector("span").textContent;
    area.value = area.value.trim() ? area.value.replace(/\s+$/, "") + "\n" + text : text;
    tick.checked = false;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    say("已经加入：" + text);
  });

  /* ---- parts of a page fetched by htmx ---- */
  doc.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target.closest("form");
    if (!form) return;
    unlock(form);
    if (event.detail.successful) form.removeAttribute("data-changed");
  });
  doc.addEventListener("htmx:responseError", function (event) {
    var code = event.detail.xhr.status;
    say(code === 403 ? "没有办成，您可能已经退出登录，请刷新页面后再试。" : "没有办成，请刷新页面后再试。");
  });
  doc.addEventListener("htmx:sendError", function () { say("网络不通，不能确定是否办成，请检查网络，刷新页面后查看。"); });

  /* ---- when the page is there ---- */
  doc.querySelectorAll("form").forEach(function (form) { if (form.querySelector("[data-only]")) sift(form); });
  doc.querySelectorAll("[data-count]").forEach(function (place) {
    var box = doc.getElementById(place.getAttribute("data-count"));
    if (box) count(box, place);
  });
  var errors = doc.querySelector("[data-errors]");
  if (errors) {
    errors.focus();
    var refused = errors.closest("form");
    if (guarded(refused)) refused.setAttribute("data-changed", "");
  }
})();
