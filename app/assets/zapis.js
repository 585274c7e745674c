// Small improvements; every page works without them.
"use strict";
// A refused form: go to what is wrong.
document.getElementById("errors")?.focus();
