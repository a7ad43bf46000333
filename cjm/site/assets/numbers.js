/* Numbers as people read them: the rule of cjm/i18n/numbers.py, for what scripts work out.

   Half away from zero, of the shortest decimal text; a true minus, never -0; the language's marks. */
(function (root) {
  'use strict';
  const LARGEST = 1e7, BEYOND = 1e15, DECIMALS = 9, SPACE = '\u00a0', MINUS = '\u2212', NONE = '–';
  const MARKS = {
    en: { decimal: '.', thousands: ',', percent: '%', powers: ['K', 'M', 'B', 'T'] },
    ru: { decimal: ',', thousands: SPACE, percent: SPACE + '%', powers: ['тыс.', 'млн', 'млрд', 'трлн'].map((word) => SPACE + word) },
  };
  const UNITS = {
    en: { s: ['s', 's'], min: ['min', 'min'], h: ['h', 'h'], d: ['day', 'days'], w: ['week', 'weeks'], mo: ['month', 'months'], y: ['year', 'years'] },
    ru: { s: ['с', 'с', 'с'], min: ['мин', 'мин', 'мин'], h: ['ч', 'ч', 'ч'], d: ['день', 'дня', 'дней'], w: ['неделя', 'недели', 'недель'], mo: ['месяц', 'месяца', 'месяцев'], y: ['год', 'года', 'лет'] },
  };
  const STEPS = [['y', 365 * 86400], ['mo', 30 * 86400], ['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

  /* To 9 decimals, as figures are compared; of two that are as near, the even one. */
  function rounded(value) {
    const halves = value * 1024; /* only odd multiples of 1/1024 lie in the middle */
    if (Number.isSafeInteger(halves) && halves % 2) {
      const twice = BigInt(halves) * 1953125n, low = (twice - 1n) / 2n; /* of an odd number the half below, or above one that is negative */
      return Number(`${low % 2n ? low + 1n : low}e-9`) + 0;
    }
    return Number(value.toFixed(DECIMALS)) + 0;
  }
  /* The shortest decimal text of a number that is not negative, without an exponent. */
  function plain(value) {
    const [mantissa, exponent] = String(value).split('e');
    if (exponent === undefined) return mantissa;
    const [whole, fraction = ''] = mantissa.split('.'), digits = whole + fraction, point = whole.length + Number(exponent);
    if (point <= 0) return '0.' + '0'.repeat(-point) + digits;
    return point >= digits.length ? digits + '0'.repeat(point - digits.length) : digits.slice(0, point) + '.' + digits.slice(point);
  }
  function halfAway(value, digits) {
    if (!Number.isFinite(value)) return value;
    const shortest = rounded(value), [whole, fraction = ''] = plain(Math.abs(shortest)).split('.');
    if (fraction.length <= digits) return shortest;
    let units = BigInt(whole + fraction.slice(0, digits));
    if (fraction[digits] >= '5') units += 1n;
    return Math.sign(shortest) * Number(`${units}e-${digits}`) + 0;
  }
  const trimmed = (text) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
  const unbounded = (text) => text.replace(/[<>]/g, '');
  const marked = (text, assumed) => (assumed ? '≈' + unbounded(text) : text);
  const percentDigits = (share) => { const percent = halfAway(100 * share, 1); return percent >= 10 && percent <= 90 ? 0 : 1; };

  /* The digits of O and B that are read together: C is the difference of what is written. */
  function mostDigits([low, high]) {
    const width = high - low;
    if (!(width > 0 && width < 2)) return 2;
    return Math.min(DECIMALS, Math.max(3, Math.ceil(-Math.log10((2 * width) / 100))));
  }
  function fits(o, b, digits, slack) {
    const given = [o, b].filter((score) => score != null);
    if (given.every(Number.isInteger)) return true;
    if (given.some((score) => rounded(Math.abs(halfAway(score, digits) - score)) > rounded(slack))) return false;
    if (given.length < 2) return true;
    const gap = rounded(b - o), apart = rounded(halfAway(b, digits) - halfAway(o, digits));
    return apart === halfAway(gap, digits) && (apart === 0) === (gap === 0);
  }
  function scoreDigits(pairs, scale) {
    const most = mostDigits(scale), slack = (scale[1] - scale[0]) / 100;
    for (let digits = 0; digits < most; digits += 1) if (pairs.every(([o, b]) => fits(o, b, digits, slack))) return digits;
    return most;
  }

  function numbersOf(language) {
    const marks = MARKS[language] || MARKS.en, units = UNITS[language] || UNITS.en;
    const decimal = (text) => text.replace('.', marks.decimal);
    const percent = (text) => text + marks.percent;
    const sign = (text, value, signed) => (value < 0 ? MINUS : signed && value > 0 ? '+' : '') + text;
    const least = (value, digits, signed) => sign('<' + decimal((10 ** -digits).toFixed(digits)), value, signed);

    function written(value, digits, signed = false, zeros = true) {
      const shown = halfAway(value, digits);
      let text = Math.abs(shown).toFixed(digits);
      if (!zeros) text = trimmed(text);
      const [whole, fraction] = text.split('.');
      return sign(whole.replace(/\B(?=(\d{3})+$)/g, marks.thousands) + (fraction ? marks.decimal + fraction : ''), shown, signed);
    }
    function extreme(value, digits, signed, largest = LARGEST) {
      if (!Number.isFinite(value)) return NONE;
      if (Math.abs(value) >= largest) return compact(value, signed);
      return rounded(value) && !halfAway(value, digits) ? least(value, digits, signed) : '';
    }
    function quantity(value, signed = false, decimals = 2) {
      return extreme(value, decimals, signed) || written(value, decimals, signed, false);
    }
    function compact(value, signed = false) {
      let size = halfAway(Math.abs(value), 3), power = 0;
      if (size >= BEYOND) return sign('>999' + marks.powers.at(-1), value, signed);
      if (size < 1000) return quantity(value, signed, 3);
      while (size >= 1000 && power < marks.powers.length) {
        size /= 1000; power += 1;
        size = halfAway(size, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
      }
      return sign(decimal(trimmed(size.toFixed(2))) + marks.powers[power - 1], value, signed);
    }
    function total(value, signed = true, more = 0) {
      const digits = (Math.abs(halfAway(value, 2)) < 10 ? 2 : 1) + more;
      return extreme(value, digits, signed) || written(value, digits, signed);
    }
    function share(value, more = 0) {
      const part = rounded(value), hundred = 100 * part;
      const digits = 1 + more, least = 10 ** -digits;
      if (part > 0 && halfAway(hundred, digits) === 0) return percent('<' + decimal(least.toFixed(digits)));
      if (part < 1 && halfAway(hundred, digits) === 100) return percent('>' + decimal((100 - least).toFixed(digits)));
      return percent(written(hundred, percentDigits(value) + more, false, false));
    }
    function points(change, before = null, signed = true) {
      const digits = before === null ? 1 : Math.max(percentDigits(before), percentDigits(before + change));
      return quantity(100 * change, signed, digits);
    }
    function score(value, digits) {
      return Math.abs(value) >= LARGEST ? compact(value) : written(value, digits, false, false);
    }
    function gap(o, b, digits) {
      const value = rounded(b - o), shown = rounded(halfAway(b, digits) - halfAway(o, digits));
      if (value && !shown) return least(value, digits, true);
      return Math.abs(value) >= LARGEST ? compact(value, true) : written(shown, digits, true, false);
    }
    function plural(count, forms) {
      if (forms.length === 2) return forms[count === 1 ? 0 : 1];
      if (!Number.isInteger(count)) return forms[1];
      const last = Math.abs(count) % 100;
      if (Math.floor(last / 10) === 1 || ![1, 2, 3, 4].includes(last % 10)) return forms[2];
      return forms[last % 10 === 1 ? 0 : 1];
    }
    const lasts = (count, unit) => quantity(count) + SPACE + plural(count, units[unit]);
    function duration(text) {
      const [number, unit] = text.split(' ');
      return lasts(Number(number), unit);
    }
    /* A time that was worked out, in its largest unit and the next smaller one. */
    function lasting(seconds) {
      if (seconds < 1) return lasts(seconds, 's');
      const first = STEPS.findIndex(([, size]) => halfAway(seconds, 0) >= size);
      const [unit, size] = STEPS[first], [lower, unitBelow] = STEPS[Math.min(first + 1, STEPS.length - 1)];
      if (lower === unit) return lasts(halfAway(seconds, 0), unit);
      let whole = Math.floor(seconds / size), smaller = halfAway((seconds % size) / unitBelow, 0);
      if (smaller >= Math.floor(size / unitBelow)) { whole += 1; smaller = 0; }
      return lasts(whole, unit) + (smaller ? SPACE + lasts(smaller, lower) : '');
    }
    const money = (value, currency) => compact(value) + (currency ? SPACE + currency : '');
    return { rounded, halfAway, quantity, compact, total, share, points, score, gap, scoreDigits, marked, unbounded, plural, duration, lasting, money, NONE };
  }
  if (typeof module !== 'undefined') module.exports = numbersOf;
  else root.cjmNumbers = numbersOf((root.cjmWords || {}).language);
})(typeof window === 'undefined' ? globalThis : window);
