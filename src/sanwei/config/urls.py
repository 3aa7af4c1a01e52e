"""Every address of the house: the ground's own, then each standing room's `urls.py`, the desk last."""

from django.urls import include, path

from sanwei.config.health import health
from sanwei.config.rooms import ROOMS, rooms_with

urlpatterns = [
    path("health", health, name="health"),
    path("verify/", include("sanwei.documents.public_urls")),
    *(path(ROOMS[room], include(f"sanwei.{room}.urls")) for room in rooms_with("urls")),
]

handler400 = "sanwei.config.errors.bad_request"
handler403 = "sanwei.config.errors.permission_denied"
handler404 = "sanwei.config.errors.page_not_found"
handler500 = "sanwei.config.errors.server_error"
