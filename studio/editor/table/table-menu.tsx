import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {ThLargeIcon} from '@sanity/icons/ThLarge'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'

/** What concerns all of a table. `onSelect` is missing where its cells are not in the text. */
export function TableMenu({onSelect, onDelete}: {onSelect: (() => void) | undefined; onDelete: () => void}) {
  const id = useId()
  return (
    <MenuButton
      id={id}
      button={
        <Button
          aria-label="The whole table"
          icon={EllipsisHorizontalIcon}
          mode="bleed"
          fontSize={1}
          padding={2}
        />
      }
      menu={
        <Menu>
          {onSelect && (
            <MenuItem fontSize={1} icon={ThLargeIcon} text="Select the table" onClick={onSelect} />
          )}
          <MenuItem
            fontSize={1}
            tone="critical"
            icon={TrashIcon}
            text="Delete the table"
            onClick={onDelete}
          />
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}
