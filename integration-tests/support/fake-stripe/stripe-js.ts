/** In the place of Stripe.js: a Payment Element of one field, and the three calls that the page makes. */
export const FAKE_STRIPE_JS = `"use strict";
window.Stripe = function (key) {
  var call = function (secret, action, fields) {
    var id = secret.split("_secret_")[0];
    return fetch("__API__/v1/payment_intents/" + id + "/" + action, {
      method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields),
    }).then(function (answer) { return answer.json(); });
  };
  var ended = function (intent) {
    return intent.last_payment_error ? { error: intent.last_payment_error } : { paymentIntent: intent };
  };
  return {
    key: key,
    elements: function (options) {
      return {
        secret: options.clientSecret,
        create: function () {
          return {
            mount: function (selector) {
              var label = document.createElement("label");
              label.textContent = "Card number ";
              var field = document.createElement("input");
              field.name = "card";
              field.autocomplete = "cc-number";
              label.appendChild(field);
              document.querySelector(selector).appendChild(label);
            },
          };
        },
      };
    },
    confirmPayment: function (options) {
      var secret = options.clientSecret || options.elements.secret;
      var field = document.querySelector('input[name="card"]');
      var card = field ? field.value : "4242424242424242";
      return call(secret, "confirm", { card: card }).then(function (intent) {
        if (intent.status === "requires_action") return call(secret, "complete", {});
        return intent;
      }).then(function (intent) {
        if (intent.last_payment_error) return ended(intent);
        var to = new URL(options.confirmParams.return_url);
        to.searchParams.set("payment_intent", intent.id);
        to.searchParams.set("redirect_status", "succeeded");
        location.assign(to.href);
        return new Promise(function () {});
      });
    },
    handleNextAction: function (options) { return call(options.clientSecret, "complete", {}).then(ended); },
  };
};
`
