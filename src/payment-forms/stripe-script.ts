/** What runs in the customer's browser beside Stripe.js; served by the page itself, so that its policy allows nothing inline. */
export const STRIPE_SCRIPT = `"use strict";
(function () {
  var form = document.getElementById("stripe-form");
  if (!form || typeof Stripe !== "function") return;
  var read = function (name) { return form.getAttribute("data-" + name) || ""; };
  var stripe = Stripe(read("key"), { locale: read("language") });
  var problem = document.getElementById("stripe-problem");
  var button = form.querySelector("button");
  var returnUrl = new URL(read("return"), location.origin).href;
  var confirms = read("confirms") === "yes";
  var elements = null;
  if (!confirms) {
    elements = stripe.elements({ clientSecret: read("secret") });
    elements.create("payment").mount("#stripe-element");
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    button.disabled = true;
    problem.hidden = true;
    var asked;
    if (!confirms) {
      asked = stripe.confirmPayment({ elements: elements, confirmParams: { return_url: returnUrl } });
    } else if (read("method")) {
      var params = { payment_method: read("method"), return_url: returnUrl };
      asked = stripe.confirmPayment({ clientSecret: read("secret"), confirmParams: params });
    } else {
      asked = stripe.handleNextAction({ clientSecret: read("secret") });
    }
    asked.then(function (result) {
      if (result && result.error) {
        problem.textContent = result.error.message || "";
        problem.hidden = false;
        button.disabled = false;
        problem.focus && problem.setAttribute("tabindex", "-1");
        problem.focus();
      } else {
        location.assign(returnUrl);
      }
    });
  });
})();
`
