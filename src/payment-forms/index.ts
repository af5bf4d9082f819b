/** How customers pay on the payment page: `import { registerPaymentForm } from "medusa-service-commerce/payment-forms"`. */
export { PAGE_LANGUAGES } from "./contract"
export type {
  FormContext,
  FormMarkup,
  FormSession,
  FormSettings,
  FormState,
  PageLanguage,
  PaymentForm,
} from "./contract"
export { escapeHtml } from "./escape-html"
export { formFor, registerPaymentForm } from "./form-for"
export { stripeForm, stripeFormAt } from "./stripe-form"
