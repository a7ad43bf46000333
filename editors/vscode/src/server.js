// The program `cjm`: where it lies, and what is wrong where it does not answer.
"use strict";

const { execFile } = require("node:child_process");
const { accessSync, constants } = require("node:fs");
const path = require("node:path");

const WINDOWS = process.platform === "win32";

/**
 * The program that is to be started: the setting's, else the one of a folder's `.venv`, else the
 * one on the PATH.
 * @param {string} setting
 * @param {readonly string[]} folders
 */
function findProgram(setting, folders) {
  if (setting) return setting;
  const inside = WINDOWS ? [".venv", "Scripts", "cjm.exe"] : [".venv", "bin", "cjm"];
  const found = folders.map((folder) => path.join(folder, ...inside)).find(isExecutable);
  return found ?? "cjm";
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Why the program cannot be run with some arguments: `missing`, or what it says; undefined where it
 * can. Its input ends at once, and with it a server.
 * @param {string} program
 * @param {string[]} args
 * @param {string | undefined} folder
 * @returns {Promise<{missing: true} | {missing: false, says: string} | undefined>}
 */
function faultOf(program, args, folder) {
  return new Promise((resolve) => {
    const run = execFile(program, args, { cwd: folder, timeout: 60_000 }, (error, _, stderr) => {
      if (!error) resolve(undefined);
      else if (error.code === "ENOENT") resolve({ missing: true });
      else resolve({ missing: false, says: stderr.trim() || error.message });
    });
    run.stdin?.on("error", () => {}).end();
  });
}

module.exports = { findProgram, faultOf };
