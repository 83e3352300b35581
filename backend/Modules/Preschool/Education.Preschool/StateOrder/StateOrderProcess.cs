using Education.Imports.Contracts;
using Education.Preschool.Contracts;
using Education.Preschool.StateOrder.Acts;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Imports;
using Education.Preschool.StateOrder.Orders;
using Education.Preschool.StateOrder.Tariffs;
using Education.Registry.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.StateOrder;

/// <summary>What the process «state order» brings to the module: contracts → lists and sheets → acts.</summary>
internal static class StateOrderProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IParameterSource, OrderParameters>();
        services.AddScoped<OrderCapacity>();
        services.AddScoped<AttendanceSheets>();
        services.AddScoped<ActCalculator>();
        services.AddScoped<IStateOrderActs, ApprovedActs>();
        services.AddScoped<IImportDefinition, OrderListImport>();
        services.AddScoped<IImportDefinition, AttendanceImport>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new OrderContractMapping());
        model.ApplyConfiguration(new OrderTariffMapping());
        model.ApplyConfiguration(new AttendanceChildMapping());
        model.ApplyConfiguration<AttendanceSheet>(new AttendanceSheetMapping());
        model.ApplyConfiguration<AttendanceRow>(new AttendanceSheetMapping());
        model.ApplyConfiguration<MonthlyAct>(new MonthlyActMapping());
        model.ApplyConfiguration<ActLine>(new MonthlyActMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListOrderContractsEndpoint.Map(routes);
        GetOrderContractEndpoint.Map(routes);
        SaveOrderContractEndpoint.Map(routes);
        TerminateOrderContractEndpoint.Map(routes);
        GetOrderSummaryEndpoint.Map(routes);
        ListOrderTariffsEndpoint.Map(routes);
        SaveOrderTariffEndpoint.Map(routes);
        ListAttendanceGroupsEndpoint.Map(routes);
        ListAttendanceChildrenEndpoint.Map(routes);
        EnrolAttendanceChildEndpoint.Map(routes);
        UpdateAttendanceChildEndpoint.Map(routes);
        GetAttendanceSheetEndpoint.Map(routes);
        SaveAttendanceEndpoint.Map(routes);
        ListActsEndpoint.Map(routes);
        GetActEndpoint.Map(routes);
        ComputeActEndpoint.Map(routes);
        ApproveActEndpoint.Map(routes);
        CorrectActEndpoint.Map(routes);
        ExportActEndpoint.Map(routes);
    }
}
