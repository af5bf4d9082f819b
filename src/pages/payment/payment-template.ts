/** An invoice and how it can be paid. Each form is an ordinary one: it works without JavaScript. */
export const PAYMENT_TEMPLATE = `
<% if (it.notice) { %><p class="note bad" role="alert"><%= it.notice %></p><% } %>
<section class="card" aria-labelledby="invoice">
<p><span class="badge <%= it.tone %>"><%= it.badge %></span></p>
<h1 id="invoice"><%= it.title %></h1>
<% if (it.amount) { %><p class="amount"><%= it.amount %></p><% } %>
<% if (it.day) { %><p class="soft"><%= it.day %></p><% } %>
<% if (it.message) { %><p class="note <%= it.tone %>" role="status"><%= it.message %></p><% } %>
</section>

<% if (it.begun || it.ways.length || it.noWay) { %>
<section class="card" aria-labelledby="pay">
<h2 id="pay"><%= it.begun ? it.texts.pay : it.texts.how %></h2>
<% if (it.noWay) { %><p><%= it.noWay %></p><% } %>
<% if (it.begun) { %>
<div class="begun">
<% if (it.begun.html) { %><%~ it.begun.html %><% } %>
<% if (it.begun.button) { %><form method="post" action="<%= it.path %>/confirm<%= it.query %>"><input type="hidden" name="form_key" value="<%= it.formKey %>"><% if (it.begun.confirms) { %><input type="hidden" name="confirmed" value="yes"><% } %><button type="submit" class="primary"><%= it.begun.button %></button></form><% } %>
</div>
<% if (it.ways.length) { %><h3 class="other"><%= it.texts.other %></h3><% } %>
<% } %>
<% if (it.ways.length) { %><div class="ways">
<% for (const way of it.ways) { %>
<% if (way.transfer) { %>
<div><h3><%= way.title %></h3>
<p><%= it.texts.transfer %></p>
<dl><dt><%= it.texts.to_pay %></dt><dd><%= it.amount %></dd>
<% for (const row of way.transfer.rows) { %><dt><%= row.label %></dt><dd class="code"><%= row.value %></dd>
<% } %></dl>
<% if (way.transfer.qrBill) { %><img class="qr" src="<%= way.transfer.qrBill %>" alt="<%= it.texts.qr_bill %>" width="210" height="105"><% } %>
</div>
<% } else { %>
<form method="post" action="<%= it.path %>/pay<%= it.query %>"><input type="hidden" name="form_key" value="<%= it.formKey %>"><input type="hidden" name="provider_id" value="<%= way.providerId %>"><% if (way.canSave) { %><label class="check"><input type="checkbox" value="yes" name="save_method"><span><%= it.texts.save %></span></label><% } %><button type="submit" class="<%= way.isFirst ? "primary" : "" %>"><%= way.button %></button></form>
<% } %>
<% } %>
</div><% } %>
</section>
<% } %>

<section class="card" aria-labelledby="what-for">
<h2 id="what-for"><%= it.texts.what_for %></h2>
<table>
<thead><tr><th scope="col"><%= it.texts.what %></th><th scope="col" class="money"><%= it.texts.amount %></th></tr></thead>
<tbody>
<% for (const line of it.lines) { %><tr<% if (line.isInside) { %> class="inside"<% } %>><th scope="row"><%= line.title %><% for (const detail of line.details) { %><span class="detail"><%= detail %></span><% } %></th><td class="money"><%= line.amount %></td></tr>
<% } %></tbody>
<tfoot>
<% for (const row of it.sums) { %><tr<% if (row.isTotal) { %> class="total"<% } %>><th scope="row"><%= row.label %></th><td class="money"><%= row.amount %></td></tr>
<% } %></tfoot>
</table>
</section>

<% if (it.documents.length) { %>
<section class="card" aria-labelledby="document">
<h2 id="document"><%= it.texts.document %></h2>
<ul><% for (const one of it.documents) { %><li><a href="<%= one.href %>"><%= one.label %></a></li><% } %></ul>
</section>
<% } %>
`
