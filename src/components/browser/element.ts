type Child = Node | string | undefined | false;

/**
 * Makes an element with attributes and children. Children that are strings become text nodes: nothing that comes
 * from a query, a paste or an index is ever read as markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false && child !== ''),
  );
  return made;
}
