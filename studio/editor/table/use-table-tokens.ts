import type {TableTokens} from '@portabletext/plugin-table/ui'
import {useTheme_v2} from '@sanity/ui'
import {useMemo} from 'react'
import {useColorSchemeValue} from 'sanity'

/** Colours and measures of the Studio's theme for the grid. */
export function useTableTokens(): TableTokens {
  const {color, font, radius, space} = useTheme_v2()
  const scheme = useColorSchemeValue()
  return useMemo(() => {
    const {bg, border, fg, focusRing, icon, muted} = color
    const hovered = color.selectable.default.hovered.bg
    return {
      '--pt-plugin-table-accent': focusRing,
      '--pt-plugin-table-accent-fg': bg,
      '--pt-plugin-table-bg': bg,
      '--pt-plugin-table-fg': fg,
      '--pt-plugin-table-border': border,
      '--pt-plugin-table-header-bg': muted.bg,
      '--pt-plugin-table-header-weight': String(font.text.weights.semibold),
      '--pt-plugin-table-selected-bg': `color-mix(in srgb, ${focusRing} ${scheme === 'dark' ? 18 : 9}%, transparent)`,
      '--pt-plugin-table-lane-bg': muted.bg,
      '--pt-plugin-table-lane-bg-hover': hovered,
      '--pt-plugin-table-lane-icon': icon,
      '--pt-plugin-table-lane-icon-hover': fg,
      '--pt-plugin-table-handle-rest': border,
      '--pt-plugin-table-handle-bg': bg,
      '--pt-plugin-table-handle-dots': icon,
      '--pt-plugin-table-boundary-dot': border,
      '--pt-plugin-table-trash-bg': fg,
      '--pt-plugin-table-trash-fg': bg,
      '--pt-plugin-table-danger': color.button.default.critical.enabled.bg,
      '--pt-plugin-table-scrollbar': border,
      '--pt-plugin-table-scrollbar-hover': icon,
      '--pt-plugin-table-radius': `${radius[2]}px`,
      '--pt-plugin-table-cell-padding': `${space[2]}px ${space[3]}px`,
      '--pt-plugin-table-font-family': font.text.family,
    }
  }, [color, font, radius, space, scheme])
}
