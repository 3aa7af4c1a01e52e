"""`path("looks/", include("sanwei.looks.urls"))`; answers 404 unless DEBUG or LOOKS_GALLERY."""

from django.urls import path

from sanwei.looks import views

app_name = "looks"
urlpatterns = [
    path("gallery", views.gallery, name="gallery"),
    path("gallery/<str:name>", views.notice, name="notice"),
]
