/** The plugin's own i18next namespace, so that no key of another plugin's or of the dashboard's can clash. */
export const NAMESPACE = "serviceBilling"
