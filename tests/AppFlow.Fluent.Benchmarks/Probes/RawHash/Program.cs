using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AppFlow.Fluent.Benchmarks.Probes;

// Required for every signature; it loads the system's cryptography, which plain http does not need.
var body = Encoding.UTF8.GetBytes("""{"connectorLabel":"orders","clientToken":"0d5b3d4e-9f0a-4c7b-8a51-2f6f6f0a7c11"}""");
HMACSHA256.HashData(new byte[32], SHA256.HashData(body));

using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
using var content = new ByteArrayContent(body);
content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
using var response = await client.PostAsync(new Uri(args[0] + "update-connector-registration"), content);
response.EnsureSuccessStatusCode();
await response.Content.ReadAsByteArrayAsync();
Answered.Now();
