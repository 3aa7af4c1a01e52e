from django.urls import path

from .views import act, bundle, case, listing, personal, rules

app_name = "cases"

urlpatterns = [
    path("", listing.cases, name="list"),
    path("export.xlsx", listing.export, name="export"),
    path("rules", rules.rules_page, name="rules"),
    path("new/<slug:code>", act.begin, name="begin"),
    path("<uuid:case_id>/", case.case, name="case"),
    path("<uuid:case_id>/party", personal.party, name="party"),
    path("<uuid:case_id>/export/<uuid:row>.zip", bundle.bundle, name="bundle"),
    path("<uuid:case_id>/do/<slug:code>", act.do, name="do"),
]
