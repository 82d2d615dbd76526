/** Add a `_key` to every object in an array that has none. Returns the same value if no key is missing. */
export function addKeys<Value>(value: Value, newKey: () => string): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => {
      const inner = addKeys(item, newKey)
      const keyless =
        typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !('_key' in inner)
      return keyless ? {_key: newKey(), ...inner} : inner
    })
    return items.some((item, index) => item !== value[index]) ? (items as Value) : value
  }
  let changed = false
  const copy: Record<string, unknown> = {}
  for (const [name, child] of Object.entries(value)) {
    copy[name] = addKeys(child, newKey)
    if (copy[name] !== child) changed = true
  }
  return changed ? (copy as Value) : value
}
