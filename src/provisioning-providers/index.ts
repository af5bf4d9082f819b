/** For providers of services: see docs/guides/provisioning-providers.md. */
export {
  AbstractProvisioningProvider,
  OUTSIDE_STATUSES,
  type OutsideService,
  type OutsideStatus,
  type ProviderDescription,
  type ProvisioningAnswer,
  type ProvisioningRequest,
  type ProvisioningServer,
  type ServiceToDeliver,
  type ShownDetail,
} from "./abstract-provisioning-provider"
export { httpRequest, readJson, requireSuccess, type HttpAnswer, type HttpCall } from "./http-request"
export {
  ProvisioningError,
  toProvisioningError,
  type ProvisioningErrorDetails,
  type ProvisioningErrorKind,
} from "./provisioning-error"
