using AppFlow.Fluent;
using AppFlow.Fluent.Benchmarks.Probes;

// Region, endpoint and credentials come from the environment, as in a user's program.
await ConnectorRegistration.Update("orders").SendAsync();
Answered.Now();
