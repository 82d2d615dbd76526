import type {PortableTextPluginsProps} from 'sanity'

/** The Studio's own Portable Text plugins, with tables edited as grids, which are off by default. */
export function TextPlugins(props: PortableTextPluginsProps) {
  return props.renderDefault({...props, plugins: {...props.plugins, table: {enabled: true}}})
}
