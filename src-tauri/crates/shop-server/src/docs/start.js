// Shows the contract. The token that is typed in stays in the page's memory, and nothing is asked of other hosts.
window.SwaggerUIBundle({
  url: "/v1/openapi.json",
  dom_id: "#contract",
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
});
