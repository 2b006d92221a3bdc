/** Hears events of these types before anybody else; gives back what ends that. */
export function listen(target, types, hear) {
  for (const type of types) target.addEventListener(type, hear, true);
  return () => {
    for (const type of types) target.removeEventListener(type, hear, true);
  };
}
