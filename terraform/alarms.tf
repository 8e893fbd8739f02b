# What wakes somebody: shoppers see errors, a node is missing, the database runs out of something.

resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

locals {
  balancer = { LoadBalancer = aws_lb.this.arn_suffix }
  targets  = merge(local.balancer, { TargetGroup = aws_lb_target_group.node.arn_suffix })
  postgres = { DBInstanceIdentifier = aws_db_instance.this.identifier }

  # Each is looked at once a minute; "minutes" in a row have to be over (or under) the limit.
  alarms = {
    errors = {
      tells      = "The nodes answer with 5xx."
      namespace  = "AWS/ApplicationELB"
      metric     = "HTTPCode_Target_5XX_Count"
      dimensions = local.balancer
      statistic  = "Sum"
      above      = 10
      minutes    = 2
    }
    unanswered = {
      tells      = "The load balancer itself answers with 5xx: no node takes the request."
      namespace  = "AWS/ApplicationELB"
      metric     = "HTTPCode_ELB_5XX_Count"
      dimensions = local.balancer
      statistic  = "Sum"
      above      = 5
      minutes    = 2
    }
    unhealthy = {
      tells      = "A node is not ready to work."
      namespace  = "AWS/ApplicationELB"
      metric     = "UnHealthyHostCount"
      dimensions = local.targets
      statistic  = "Maximum"
      above      = 0
      minutes    = 5
    }
    slow = {
      tells      = "One request in a hundred takes longer than a second."
      namespace  = "AWS/ApplicationELB"
      metric     = "TargetResponseTime"
      dimensions = local.balancer
      statistic  = "p99"
      above      = 1
      minutes    = 5
    }
    database_busy = {
      tells      = "The database uses nearly all of its processor."
      namespace  = "AWS/RDS"
      metric     = "CPUUtilization"
      dimensions = local.postgres
      statistic  = "Average"
      above      = 85
      minutes    = 10
    }
    database_full = {
      tells      = "The database has less than 5 GiB of storage left."
      namespace  = "AWS/RDS"
      metric     = "FreeStorageSpace"
      dimensions = local.postgres
      statistic  = "Minimum"
      below      = 5 * 1024 * 1024 * 1024
      minutes    = 5
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${replace(each.key, "_", "-")}"
  alarm_description   = each.value.tells
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  period              = 60
  evaluation_periods  = each.value.minutes
  comparison_operator = contains(keys(each.value), "below") ? "LessThanThreshold" : "GreaterThanThreshold"
  threshold           = try(each.value.below, each.value.above)
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
