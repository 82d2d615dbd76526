import {LaunchIcon} from '@sanity/icons/Launch'
import type {DocumentActionComponent} from 'sanity'
import {settings} from '../../settings.ts'
import {publicAddress} from '../../shared/public-address.ts'

/** Opens the public page of a published article in a new tab. */
export const OpenOnSite: DocumentActionComponent = ({published, onComplete}) => {
  const address = publicAddress(settings.siteUrl, published)
  if (!address) return null
  return {
    label: 'Open on the site',
    icon: LaunchIcon,
    title: 'Open the page that readers see',
    onHandle: () => {
      window.open(address, '_blank', 'noopener')
      onComplete()
    },
  }
}
OpenOnSite.displayName = 'OpenOnSite'
