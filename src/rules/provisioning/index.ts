/** The rules of provisioning. They decide; workflows write and ask providers. */
export { afterAttempt, type AttemptResult, type CallAfter } from "./delivery/after-attempt"
export { firstQuestion, goalOf, type FirstQuestion } from "./delivery/first-question"
export { believedRest, MOST_FAILURES, readRetryAfter, secondsToNextTry } from "./delivery/next-try"
export { PROVISIONING_EVENTS, type ProvisioningEventName } from "./events"
export { FIELD_KINDS, formFields, type FieldKind, type FormField, type JsonObjectSchema } from "./forms/form-fields"
export {
  chooseOptions,
  optionTitle,
  valuesOf,
  type ChosenOption,
  type ChosenOptions,
  type OptionValue,
} from "./options/choose-options"
export {
  checkDefinitions,
  OPTION_KINDS,
  type OptionDefinition,
  type OptionKind,
  type OptionPrice,
  type OptionProblem,
} from "./options/option-definition"
export { MASK, maskSecrets, maskText, secretsIn } from "./secrets/mask-secrets"
export { storable } from "./secrets/storable"
export { chooseServer, soleServer, whyNoServer, type ServerFacts } from "./servers/choose-server"
export { DRIFTS, findDrift, type Drift, type DriftKind } from "./servers/find-drift"
export { assignUnits, lastUnitOf, type SoldUnits, type UnitPlan, type UnitService } from "./services/assign-units"
export {
  decideService,
  suspensionOf,
  type CurrentCall,
  type ServiceDecision,
  type ServiceFacts,
} from "./services/decide-service"
export { packageKey, STANDINGS, type Entitlement, type Standing } from "./services/entitlement"
export { remoteAfter, serviceStatus } from "./services/service-status"
export {
  checkServiceStock,
  freeServices,
  servicesAsked,
  shortageReason,
  type ServiceShortage,
  type ServiceStock,
  type SoldLine,
} from "./stock/check-service-stock"
export * from "./states"
