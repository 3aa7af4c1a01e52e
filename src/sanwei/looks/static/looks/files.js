/* File boxes: names, sizes, what is too much; pictures from the camera join the other files, each can be taken out again. */
(function () {
  "use strict";
  const doc = document;

  function sizeText(bytes) {
    if (bytes < 1024) return bytes + " 字节";
    if (bytes < 1048576) return Math.round(bytes / 1024) + " KB";
    return (bytes / 1048576).toFixed(1).replace(/\.0$/, "") + " MB";
  }
  function put(input, files) {
    const given = new DataTransfer();
    files.forEach(function (file) { given.items.add(file); });
    input.files = given.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  /* a small picture on a canvas: no address of a file is needed, so the content policy stays as it is */
  function picture(item, file) {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || !window.createImageBitmap) return;
    createImageBitmap(file, { resizeWidth: 96, resizeQuality: "medium" }).then(function (bitmap) {
      const canvas = doc.createElement("canvas");
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.setAttribute("aria-hidden", "true");
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      item.insertBefore(canvas, item.firstChild);
    }).catch(function () { /* what is no picture is named all the same */ });
  }
  function line(list, text, over) {
    const item = doc.createElement("li");
    const words = doc.createElement("span");
    words.textContent = text;
    item.appendChild(words);
    if (over) item.className = "over";
    list.appendChild(item);
    return item;
  }
  function show(input, list) {
    const most = Number(list.getAttribute("data-max-bytes"));
    const count = Number(list.getAttribute("data-max-files"));
    const files = Array.from(input.files);
    list.textContent = "";
    if (files.length > count) line(list, "最多 " + count + " 个文件，现在选了 " + files.length + " 个", true);
    files.forEach(function (file) {
      const over = file.size > most;
      const told = file.name + "，" + sizeText(file.size) + (over ? "，超过每个 " + sizeText(most) + " 的上限，请换小一些的" : "");
      const item = line(list, told, over);
      picture(item, file);
      const out = doc.createElement("button");
      out.type = "button";
      out.className = "btn";
      out.textContent = "去掉";
      out.setAttribute("aria-label", "去掉 " + file.name);
      out.addEventListener("click", function () {
        put(input, Array.from(input.files).filter(function (other) { return other !== file; }));
        input.focus();
      });
      item.appendChild(out);
    });
    if (!files.length) line(list, "没有选择文件", false);
  }
  doc.addEventListener("change", function (event) {
    const input = event.target;
    if (input.type !== "file" || !input.id) return;
    const main = input.getAttribute("data-camera");
    if (main) {
      /* a camera gives one picture at a time: it goes to the others, and the camera's own box is empty again */
      const box = doc.getElementById(main);
      const taken = Array.from(input.files);
      input.value = "";
      if (taken.length) put(box, Array.from(box.files).concat(taken));
      return;
    }
    const list = doc.querySelector('[data-files="' + input.id + '"]');
    if (list) show(input, list);
  });
  window.sanweiFiles = { put: put, sizeText: sizeText };
})();
