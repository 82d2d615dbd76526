import type {Plugin} from 'vite'

const FACE = /@font-face\s*\{[^{}]*\}/g
const REMOTE = 'https://design-system-static.sanity.io/'

/**
 * Loads the Studio's font, Inter, from the installed package instead of the network: removes the remote font faces, and gives the faces of the
 * package the name that the Studio's styles use.
 */
export function bundledFont(): Plugin {
  return {
    name: 'copydesk:bundled-font',
    enforce: 'pre',
    transform: {
      filter: {id: /\.css$/},
      handler: (code, id) =>
        id.includes('/@fontsource-variable/inter/')
          ? code.replaceAll("'Inter Variable'", 'Inter')
          : code.includes(REMOTE)
            ? code.replaceAll(FACE, (face) => (face.includes(REMOTE) ? '' : face))
            : undefined,
    },
  }
}
