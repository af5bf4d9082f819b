/** A new price, and its two answers. Each form is an ordinary one: it works without JavaScript. */
export const PRICE_ANSWER_TEMPLATE = `
<section class="card" aria-labelledby="price">
<p><span class="badge <%= it.tone %>"><%= it.badge %></span></p>
<h1 id="price"><%= it.title %></h1>
<dl class="declared"><% for (const [label, value] of it.rows) { %><dt><%= label %></dt><dd><%= value %></dd>
<% } %></dl>
<% for (const text of it.paragraphs) { %><p><%= text %></p><% } %>
<% if (it.said) { %><p class="note <%= it.tone %>" role="status"><%= it.said %></p><% } %>
<% if (it.answers.length) { %><div class="acts">
<% for (const one of it.answers) { %><% if (one.href) { %><a href="<%= one.href %>"><%= one.label %></a><% } else { %><form method="post" action="<%= it.path %>/answer<%= it.query %>"><input type="hidden" name="form_key" value="<%= it.formKey %>"><input type="hidden" name="reply" value="<%= one.reply %>"><button type="submit"<% if (one.isFirst) { %> class="primary"<% } %>><%= one.label %></button></form><% } %>
<% } %></div><% } %>
</section>
`
