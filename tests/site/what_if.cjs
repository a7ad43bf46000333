/* Answers a line with a line: {journey, asked: [[persona, lifts], …]} → the sums of each. */
'use strict';
const path = require('node:path');
const readline = require('node:readline');

const { sums } = require(path.join(__dirname, '../../cjm/site/assets/what_if.js'));

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const { journey, asked } = JSON.parse(line);
  const answers = asked.map(([persona, lifts]) => sums(journey, persona, lifts));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
});
