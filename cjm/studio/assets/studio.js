/* Built from web/ by `make web`; with CodeMirror and Lezer, (c) Marijn Haverbeke and others, MIT. */
"use strict";(()=>{})();
