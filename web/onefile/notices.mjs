/* The terms under which the page carries what others wrote. */

export function notices(web, root, told) {
  return [];
}
