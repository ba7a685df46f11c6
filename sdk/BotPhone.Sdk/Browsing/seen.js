// Returns for each selector the first element that is seen, or null; also null when that one must be usable, and is not.
const [selectors, root, mustBeUsable] = arguments;
return JSON.parse(selectors).map(selector => {
  const seen = find(selector, root || document).find(isVisible);
  return seen && !(mustBeUsable && seen.matches(':disabled')) ? seen : null;
});
