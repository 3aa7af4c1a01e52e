"""What every page looks like: base pages, parts, form fields, template tags and charts; knows no other room."""
