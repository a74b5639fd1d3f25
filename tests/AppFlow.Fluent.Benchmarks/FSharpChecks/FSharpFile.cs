using System.Globalization;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>The text of one file of a generated F# project: code of a shop, and two functions that send. Every fifth file has a mistake.</summary>
internal static class FSharpFile
{
    public static string Text(int i)
    {
        var name = i.ToString(CultureInfo.InvariantCulture);
        var send = i % 5 == 4 ? Faulty(i / 5 % 5) : Correct(i % 5);
        return string.Join("\n\n", Head, send, Second(i % 3), Rest).Replace("@", name, StringComparison.Ordinal) + "\n";
    }

    private const string Head = """
        module Shop.Orders@

        open System
        open System.Threading.Tasks
        open AppFlow.Fluent

        type Line = { Sku: string; Count: int; Price: decimal }

        type State =
            | Draft
            | Placed of at: DateTimeOffset
            | Shipped of carrier: string * code: string
            | Cancelled of reason: string

        type Order = { Id: Guid; Customer: string; Lines: Line list; State: State }

        let total (order: Order) = order.Lines |> List.sumBy (fun line -> decimal line.Count * line.Price)

        let describe (order: Order) =
            match order.State with
            | Draft -> $"draft of {order.Customer}"
            | Placed at -> $"placed at {at:O} for {total order}"
            | Shipped(carrier, code) -> sprintf "with %s as %s" carrier code
            | Cancelled reason when reason.Length > 20 -> "cancelled: " + reason.Substring(0, 20)
            | Cancelled reason -> "cancelled: " + reason
        """;

    private const string Rest = """
        let private parse (text: string) =
            match text.Split ';' with
            | [| sku; count; price |] ->
                match Int32.TryParse count, Decimal.TryParse price with
                | (true, count), (true, price) -> Ok { Sku = sku; Count = count; Price = price }
                | (false, _), _ -> Error $"{count} is no number"
                | _, (false, _) -> Error $"{price} is no price"
            | parts -> Error $"{parts.Length} parts instead of 3"

        let read (customer: string) (texts: string seq) =
            let lines, errors =
                texts
                |> Seq.map parse
                |> Seq.fold
                    (fun (lines, errors) parsed ->
                        match parsed with
                        | Ok line -> line :: lines, errors
                        | Error error -> lines, error :: errors)
                    ([], [])

            if errors.IsEmpty then
                Ok { Id = Guid.NewGuid(); Customer = customer; Lines = List.rev lines; State = Draft }
            else
                Error(String.concat ", " (List.rev errors))

        type Shelf(capacity: int) =
            let orders = System.Collections.Generic.Dictionary<Guid, Order>()

            member _.Free = capacity - orders.Count

            member this.Add(order: Order) =
                if this.Free > 0 then
                    orders[order.Id] <- order
                    true
                else
                    false

            member _.Largest =
                orders.Values |> Seq.sortByDescending total |> Seq.truncate 3 |> Seq.map describe |> List.ofSeq

        let byCustomer (orders: Order list) =
            orders
            |> List.groupBy _.Customer
            |> List.map (fun (customer, orders) -> customer, List.sumBy total orders)
            |> Map.ofList

        let rec ship (carrier: string) (orders: Order list) =
            match orders with
            | [] -> []
            | { State = Placed _ } as order :: rest -> { order with State = Shipped(carrier, $"{carrier}-@") } :: ship carrier rest
            | order :: rest -> order :: ship carrier rest
        """;

    private static string Correct(int form) => form switch
    {
        0 => """
            let publish (client: IAppFlowClient) (description: string) =
                ConnectorRegistration.Update("orders-@") |> _.WithDescription(description) |> _.SendAsync(client)
            """,
        1 => """
            let publish (client: IAppFlowClient) (description: string option) =
                task {
                    let request = ConnectorRegistration.Update("orders-@")

                    let request =
                        match description with
                        | Some text -> request.WithDescription text
                        | None -> request

                    let! updated = request.SendAsync client
                    return updated.ConnectorArn
                }
            """,
        2 => """
            let publish (client: IAppFlowClient) (labels: string list) =
                task {
                    let template = ConnectorRegistration.Update().WithDescription("adds paging")

                    for label in labels do
                        let! updated = template.WithConnectorLabel(label).SendAsync client
                        printfn $"{updated.ConnectorArn}"
                }
            """,
        _ => """
            let publish (client: IAppFlowClient) (label: string) =
                let token = ClientToken.New()

                let rec attempt n =
                    task {
                        try
                            return! ConnectorRegistration.Update(label).WithClientToken(token).SendAsync(client)
                        with :? AppFlowException as e when e.IsRetryable && n < 5 ->
                            do! Task.Delay(100 * n)
                            return! attempt (n + 1)
                    }

                attempt 1
            """,
    };

    private static string Faulty(int form) => form switch
    {
        0 => """
            let publish (client: IAppFlowClient) (label: string option) =
                let request = ConnectorRegistration.Update().WithDescription("adds paging")

                let request =
                    match label with
                    | Some label -> request.WithConnectorLabel label
                    | None -> request

                request.SendAsync client
            """,
        1 => """
            let publish (client: IAppFlowClient) =
                ConnectorRegistration.Update("orders-@").WithClientToken("nightly-update").SendAsync client
            """,
        2 => """
            let publish (client: IAppFlowClient) =
                ConnectorRegistration.Update("orders-@") |> _.WithDescription("adds paging, at last") |> _.SendAsync(client)
            """,
        3 => """
            let rec publish (client: IAppFlowClient) n : Task<UpdateConnectorRegistrationResponse> =
                task {
                    try
                        return! ConnectorRegistration.Update("orders-@").SendAsync client
                    with :? AppFlowException when n < 5 ->
                        return! publish client (n + 1)
                }
            """,
        _ => """
            let publish (client: IAppFlowClient) (labels: string list) =
                let token = ClientToken.New()

                labels
                |> List.map (fun label -> ConnectorRegistration.Update(label).WithClientToken(token).SendAsync client)
                |> Task.WhenAll
            """,
    };

    private static string Second(int form) => form switch
    {
        0 => """
            let names (client: IAppFlowClient) =
                async {
                    let! found = ConnectorRegistration.List().WithMaxResults(50).SendAsync client |> Async.AwaitTask
                    return [ for connector in found.Connectors -> connector.ConnectorLabel ]
                }
            """,
        1 => """
            let remove (client: IAppFlowClient) (force: bool) (label: string) =
                let request = ConnectorRegistration.Unregister label
                if force then request.WithForceDelete().SendAsync client else request.SendAsync client
            """,
        _ => """
            let register (client: IAppFlowClient) (revision: int) (functionArn: string) =
                ConnectorRegistration.Register("orders-@")
                |> _.WithLambda(functionArn)
                |> _.WithOperationId($"release-{revision}")
                |> _.SendAsync(client)
            """,
    };
}
