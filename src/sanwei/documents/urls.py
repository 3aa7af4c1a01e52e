from django.urls import path

from . import views

app_name = "documents"
urlpatterns = [
    path("upload/<uuid:pk>", views.upload, name="upload"),
    path("upload/<uuid:pk>/preview", views.preview, name="preview"),
    path("<uuid:pk>/<slug:kind>", views.file, name="file"),
]
