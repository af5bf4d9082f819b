const field = (name: string, control: string): string => `<div class="field">
<label for="${name}"><%= it.fields.${name}.label %><% if (it.fields.${name}.isOptional) { %> <span class="soft">(<%= it.texts.optional %>)</span><% } %></label>
<% if (it.fields.${name}.hint) { %><p class="soft" id="${name}-hint"><%= it.fields.${name}.hint %></p><% } %>
${control}
<% if (it.fields.${name}.problem) { %><p class="problem" id="${name}-problem"><%= it.fields.${name}.problem %></p><% } %>
</div>`

/** What a screen reader says of a field beside its label. */
const described = (name: string): string =>
  `<% if (it.fields.${name}.describedBy) { %> aria-describedby="<%= it.fields.${name}.describedBy %>"<% } %><% if (it.fields.${name}.problem) { %> aria-invalid="true"<% } %>`

const input = (name: string, attributes: string): string =>
  field(
    name,
    `<input id="${name}" name="${name}" value="<%= it.fields.${name}.value %>" ${attributes}${described(name)}>`,
  )

const KEYS = `<input type="hidden" name="form_key" value="<%= it.formKey %>">`

/** The form. What is wrong stands at its field; nothing that was typed is lost. */
export const EXIT_FORM_TEMPLATE = `<section class="card">
<p class="steps"><%= it.texts.step(1) %></p>
<h1><%= it.title %></h1>
<p class="soft"><%= it.intro %></p>
<% if (it.hasProblems) { %><p class="note bad" role="alert"><%= it.texts.look %></p><% } %>
<form method="post" action="<%= it.path %><%= it.query %>" novalidate>${KEYS}
<div class="fields">
${input("name", 'autocomplete="name" maxlength="200" required')}
${input("contract", 'autocomplete="off" maxlength="200" required')}
${input("email", 'type="email" autocomplete="email" maxlength="254" required')}
<% if (it.types) { %><fieldset class="field"><legend><%= it.types.label %></legend>
<% for (const one of it.types.options) { %><label class="choice"><input type="radio" name="type" value="<%= one.value %>"<% if (one.isChosen) { %> checked<% } %>><span><%= one.label %></span></label>
<% } %></fieldset>
${input("wished_on", 'type="date" autocomplete="off"')}
<% } %>
<% if (it.fields.reason) { %>${field("reason", `<textarea id="reason" name="reason" maxlength="2000"${described("reason")}><%= it.fields.reason.value %></textarea>`)}<% } %>
</div>
<div class="trap" aria-hidden="true"><label for="website"><%= it.texts.trap %></label><input id="website" name="website" value="" tabindex="-1" autocomplete="off"></div>
<div class="acts"><button type="submit" class="primary"><%= it.texts.next %></button></div>
</form>
</section>
`

/** The second step: the declaration as it will be sent, and the button that sends it. */
export const EXIT_CHECK_TEMPLATE = `<section class="card">
<p class="steps"><%= it.texts.step(2) %></p>
<h1><%= it.texts.check %></h1>
<p class="soft"><%= it.text %></p>
<dl class="declared"><% for (const [label, value] of it.rows) { %><dt><%= label %></dt><dd><%= value %></dd>
<% } %></dl>
<form method="post" action="<%= it.path %>/confirm<%= it.query %>">${KEYS}<% for (const [name, value] of it.typed) { %><input type="hidden" name="<%= name %>" value="<%= value %>"><% } %><div class="acts"><button type="submit" class="primary"><%= it.confirm %></button></div></form>
<form method="post" action="<%= it.path %>/change<%= it.query %>"><% for (const [name, value] of it.typed) { %><input type="hidden" name="<%= name %>" value="<%= value %>"><% } %><div class="acts"><button type="submit"><%= it.texts.change %></button></div></form>
</section>
`

/** What was received, and when; nothing of who sent it. */
export const EXIT_DONE_TEMPLATE = `<section class="card">
<div role="status"><h1><%= it.title %></h1></div>
<p class="soft"><%= it.texts.received_text %></p>
<dl class="declared"><% for (const [label, value] of it.stamps) { %><dt><%= label %></dt><dd><%= value %></dd>
<% } %></dl>
<p><a href="<%= it.pdf %>"><%= it.texts.keep %></a></p>
</section>
`
