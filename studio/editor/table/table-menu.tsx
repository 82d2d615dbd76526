import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {ThLargeIcon} from '@sanity/icons/ThLarge'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'

/** The menu for the whole table. `onSelect` is missing if its cells are not in the text. */
export function TableMenu({onSelect, onDelete}: {onSelect: (() => void) | undefined; onDelete: () => void}) {
  const id = useId()
  return (
    <MenuButton
      id={id}
      button={
        <Button aria-label="Table menu" icon={EllipsisHorizontalIcon} mode="bleed" fontSize={1} padding={2} />
      }
      menu={
        <Menu>
          {onSelect && <MenuItem fontSize={1} icon={ThLargeIcon} text="Select table" onClick={onSelect} />}
          <MenuItem fontSize={1} tone="critical" icon={TrashIcon} text="Delete table" onClick={onDelete} />
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}
