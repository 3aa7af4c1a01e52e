/* What this browser keeps of drafts: sealed with the key of who is signed in (cookie of the server), in IndexedDB.
   Needs a safe connection (https, or this very machine); without it, and without a key, nothing is kept. */
(function () {
  "use strict";
  const TICKET = /(?:^|; )(?:__Host-)?sanwei-drafts=([0-9a-f]{16})\.([\w-]{43})(?:;|$)/;
  const STORES = ["drafts", "photos", "pages"];
  const DAYS = 30, PAGES = 20, DAY = 86400000;
  let opened = null, imported = {};

  function ticket() {
    const found = TICKET.exec(document.cookie);
    return found && { person: found[1], secret: found[2] };
  }
  function able() {
    return Boolean(window.isSecureContext && window.indexedDB && window.crypto && crypto.subtle && ticket());
  }
  function key(held) {
    if (!imported[held.secret]) {
      const raw = Uint8Array.from(atob(held.secret.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
      imported = { [held.secret]: crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]) };
    }
    return imported[held.secret];
  }
  /* The box belongs to person and place: moved under another name it does not open. */
  function way(held, id, iv) {
    return { name: "AES-GCM", iv: iv, additionalData: new TextEncoder().encode(held.person + " " + id) };
  }
  async function seal(held, id, bytes) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv: iv, box: await crypto.subtle.encrypt(way(held, id, iv), await key(held), bytes) };
  }
  async function unseal(held, id, kept) {
    return crypto.subtle.decrypt(way(held, id, kept.iv), await key(held), kept.box);
  }
  const words = (value) => new TextEncoder().encode(JSON.stringify(value));
  const value = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

  function database() {
    opened = opened || new Promise(function (done, failed) {
      const asked = indexedDB.open("sanwei", 1);
      asked.onupgradeneeded = function () {
        STORES.forEach(function (name) {
          asked.result.createObjectStore(name, { keyPath: "id" }).createIndex("person", "person");
        });
      };
      asked.onsuccess = function () { done(asked.result); };
      asked.onerror = function () { opened = null; failed(asked.error); };
    });
    return opened;
  }
  /* One transaction: `work` gets the stores and may give a request, whose result comes back when all is safely written. */
  async function inside(mode, names, work) {
    const base = await database();
    return new Promise(function (done, failed) {
      const turn = base.transaction(names, mode);
      const asked = work.apply(null, names.map((name) => turn.objectStore(name)));
      turn.oncomplete = function () { done(asked && asked.result); };
      turn.onabort = turn.onerror = function () { failed(turn.error); };
    });
  }
  const rows = (name, person) => inside("readonly", [name], (store) => store.index("person").getAll(person));

  /* drafts: {id, path, act, matter, label, about, token, version, answers: [[name, value]], photos: n, at, state, note} */
  async function put(draft) {
    const held = ticket();
    const kept = Object.assign(await seal(held, draft.id, words(draft)), { id: draft.id, person: held.person, at: draft.at });
    await inside("readwrite", ["drafts"], (store) => store.put(kept));
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  }
  async function all() {
    const held = ticket(), found = [];
    for (const kept of await rows("drafts", held.person)) {
      /* what does not open was sealed under an older secret of the house: it stays until its days are over */
      try { found.push(value(await unseal(held, kept.id, kept))); } catch (error) { continue; }
    }
    return found.sort((a, b) => b.at - a.at);
  }
  async function get(id) {
    return (await all()).find((draft) => draft.id === id) || null;
  }
  async function others() {
    const held = ticket();
    const found = await inside("readonly", ["drafts"], (store) => store.getAll());
    return found.filter((kept) => !held || kept.person !== held.person).length;
  }
  async function putPhotos(id, files) {
    const held = ticket(), made = [];
    for (let n = 0; n < files.length; n++) {
      const place = id + "/" + n, file = files[n];
      const told = words({ name: file.name, type: file.type, at: file.lastModified });
      const head = await seal(held, place + "/name", told);
      const body = await seal(held, place, await file.arrayBuffer());
      made.push({ id: place, person: held.person, draft: id, order: n, head: head, body: body });
    }
    await inside("readwrite", ["photos"], function (store) {
      store.delete(IDBKeyRange.bound(id + "/", id + "/\uffff"));
      made.forEach((photo) => store.put(photo));
    });
  }
  async function photos(id) {
    const held = ticket(), files = [];
    const found = await inside("readonly", ["photos"], (s) => s.getAll(IDBKeyRange.bound(id + "/", id + "/\uffff")));
    for (const kept of found.sort((a, b) => a.order - b.order)) {
      const told = value(await unseal(held, kept.id + "/name", kept.head));
      files.push(new File([await unseal(held, kept.id, kept.body)], told.name, { type: told.type, lastModified: told.at }));
    }
    return files;
  }
  function remove(id) {
    return inside("readwrite", ["drafts", "photos"], function (drafts, pictures) {
      drafts.delete(id);
      pictures.delete(IDBKeyRange.bound(id + "/", id + "/\uffff"));
    });
  }
  /* A form that was opened, so that it can be opened again without network; the last twenty. */
  async function putPage(path, html, title) {
    const held = ticket(), id = held.person + " " + path;
    const kept = Object.assign(await seal(held, id, words({ html: html, title: title })), { id: id, person: held.person, at: Date.now() });
    await inside("readwrite", ["pages"], (store) => store.put(kept));
    const old = (await rows("pages", held.person)).sort((a, b) => b.at - a.at).slice(PAGES);
    if (old.length) await inside("readwrite", ["pages"], (store) => old.forEach((page) => store.delete(page.id)));
  }
  async function page(path) {
    const held = ticket(), id = held.person + " " + path;
    const kept = await inside("readonly", ["pages"], (store) => store.get(id));
    return kept ? value(await unseal(held, id, kept)) : null;
  }
  /* All that is kept for the person; at sign-out. */
  async function clear() {
    const person = ticket().person;
    const found = await Promise.all(STORES.map((name) => rows(name, person)));
    await inside("readwrite", STORES, function () {
      Array.from(arguments).forEach((store, n) => found[n].forEach((row) => store.delete(row.id)));
    });
  }
  /* What nobody touched for thirty days, whoever it belongs to. */
  async function sweep() {
    const dead = (await inside("readonly", ["drafts"], (s) => s.getAll())).filter((d) => Date.now() - d.at > DAYS * DAY);
    for (const draft of dead) await remove(draft.id);
    const old = (await inside("readonly", ["pages"], (s) => s.getAll())).filter((p) => Date.now() - p.at > DAYS * DAY);
    if (old.length) await inside("readwrite", ["pages"], (store) => old.forEach((p) => store.delete(p.id)));
  }

  window.sanweiBox = { able, ticket, put, all, get, others, putPhotos, photos, remove, putPage, page, clear, sweep };
})();
