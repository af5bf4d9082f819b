/** The events of the provisioning room: what they report, and what their data has. */
export const PROVISIONING_EVENTS = {
  "provisioning.service.created": {
    when: "A service exists at its provider and is active.",
    data: ["id", "order_id", "product_id", "provider_id"],
  },
  "provisioning.service.suspended": {
    when: "A service is suspended; `reason` is `overdue`, `manual`, `abuse` or `paused`.",
    data: ["id", "order_id", "product_id", "provider_id", "reason"],
  },
  "provisioning.service.resumed": {
    when: "A suspended service is active again.",
    data: ["id", "order_id", "product_id", "provider_id"],
  },
  "provisioning.service.renewed": {
    when: "A service runs on; `expires_on` is the first day that is not paid.",
    data: ["id", "order_id", "product_id", "provider_id", "expires_on"],
  },
  "provisioning.service.changed": {
    when: "A service is another package.",
    data: ["id", "order_id", "product_id", "provider_id"],
  },
  "provisioning.service.terminated": {
    when: "A service is over, and its provider has confirmed it.",
    data: ["id", "order_id", "product_id", "provider_id"],
  },
  "provisioning.service.closed": {
    when: "A service is over before it was made: no provider was asked for it, or none has made it.",
    data: ["id", "order_id", "product_id", "provider_id"],
  },
  "provisioning.call.failed": {
    when: "A call was given up, and waits for an admin; `reason` is what the provider has said.",
    data: ["id", "service_id", "action", "reason"],
  },
} as const

export type ProvisioningEventName = keyof typeof PROVISIONING_EVENTS
