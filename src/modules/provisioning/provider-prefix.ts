/** Under this and its id a provider stands in the module's container. */
export const PROVIDER_PREFIX = "provisioning_provider_"
