from django.urls import path

from . import printing, views

app_name = "documents"
urlpatterns = [
    path("upload/<uuid:pk>", views.upload, name="upload"),
    path("upload/<uuid:pk>/preview", views.preview, name="preview"),
    path("print/", printing.choose, name="print"),
    path("print/<slug:name>/", printing.batch, name="batch"),
    path("print/<slug:name>/<slug:kind>", printing.fetch, name="batch_file"),
    path("<uuid:pk>/<slug:kind>", views.file, name="file"),
]
