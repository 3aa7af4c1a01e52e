/* Shows a page when the network is away. Keeps the empty page and static files only: no page of a case, nothing of a person. */
"use strict";
const NAME = "sanwei-{{ version }}";
const SHELL = "{{ shell }}";
const FILES = [{% for file in files %}"{{ file|escapejs }}", {% endfor %}];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((kept) => kept.addAll([SHELL, ...FILES])).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("sanwei-") && name !== NAME);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim())
  );
});
self.addEventListener("fetch", (event) => {
  const asked = event.request;
  const url = new URL(asked.url);
  if (asked.method !== "GET" || url.origin !== self.location.origin) return;
  if (asked.mode === "navigate") event.respondWith(fetch(asked).catch(() => caches.match(SHELL)));
  else if (url.pathname.startsWith("{{ static|escapejs }}")) event.respondWith(fetch(asked).catch(() => caches.match(asked)));
});
