// why: a cell's content changes when it is written, however it is spelt.
module Cases.Cells

open AppFlow.Fluent

let numbered (labels: string list) =
    let count = ref 0

    for label in labels do
        count.Value <- count.Value + 1
        ConnectorRegistration.Update(label).WithClientToken($"release-{count.Value}").SendAsync().Wait()

let renewed (labels: string list) =
    let token = ref (ClientToken.New())

    for label in labels do
        ConnectorRegistration.Update(label).WithClientToken(token.Value).SendAsync().Wait()
        token.Value <- ClientToken.New()

let kept (labels: string list) =
    let token = ref (ClientToken.New())

    for label in labels do
        ConnectorRegistration.Update(label).WithClientToken(token.Value).SendAsync().Wait() //~ AFF1002

let labelled (label: string) =
    let request = ref (ConnectorRegistration.Update())
    request.Value <- request.Value.WithConnectorLabel label
    request.Value.SendAsync()
