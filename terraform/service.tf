# The nodes on Fargate, how they find one another, and the load balancer before them.

locals {
  port   = 8080
  octets = split(".", var.network)

  settings = merge({
    ROLT_ENV        = "production"
    HOST            = "0.0.0.0"
    PORT            = tostring(local.port)
    PUBLIC_URL      = "https://${var.domain}"
    TRUSTED_PROXIES = "1"
    CLUSTER         = "true"
    CLUSTER_HOST    = "${local.octets[0]}.${local.octets[1]}.*.*"
    CLUSTER_MEMBERS = "${aws_service_discovery_service.nodes.name}.${aws_service_discovery_private_dns_namespace.this.name}"
    REDIS_URL       = "rediss://${aws_elasticache_replication_group.this.primary_endpoint_address}:6379"
    MEDIA_STORE     = "s3"
    S3_BUCKET       = aws_s3_bucket.media.bucket
    S3_REGION       = var.region
    MAIL_FROM       = var.mail_from
    VNPAY_TMN_CODE  = var.vnpay_tmn_code
  }, var.google_client_id == "" ? {} : { GOOGLE_CLIENT_ID = var.google_client_id }, var.settings)

  # In one secret, a JSON object with these names; filled by hand.
  secrets = concat(
    ["SMTP_URL", "VNPAY_HASH_SECRET", "JWT_KEYS", "ENCRYPTION_KEYS"],
    var.google_client_id == "" ? [] : ["GOOGLE_CLIENT_SECRET"],
  )
}

resource "aws_secretsmanager_secret" "settings" {
  name        = "${var.name}/settings"
  description = "JSON with SMTP_URL (smtp://USER:PASSWORD@email-smtp.${var.region}.amazonaws.com:587), VNPAY_HASH_SECRET, JWT_KEYS and ENCRYPTION_KEYS"
}

resource "aws_cloudwatch_log_group" "node" {
  name              = "/${var.name}/node"
  retention_in_days = 30
}

# A name that stands for all running nodes. Not Service Connect: its name leads to any one of them, and members of a
# cluster have to find each one.

resource "aws_service_discovery_private_dns_namespace" "this" {
  name = "${var.name}.internal"
  vpc  = aws_vpc.this.id
}

resource "aws_service_discovery_service" "nodes" {
  name = "nodes"

  dns_config {
    namespace_id   = aws_service_discovery_private_dns_namespace.this.id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 5
    }
  }

  # Without it the name would also lead to nodes that ECS has found dead.
  health_check_custom_config {
    failure_threshold = 1
  }
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_task_definition" "node" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.node.cpu
  memory                   = var.node.memory
  execution_role_arn       = aws_iam_role.start.arn
  task_role_arn            = aws_iam_role.node.arn

  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([{
    name                   = "node"
    image                  = var.image
    essential              = true
    readonlyRootFilesystem = true
    stopTimeout            = 30
    portMappings           = [{ containerPort = local.port }]
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp" }]
    environment            = [for name, value in local.settings : { name = name, value = value }]

    secrets = concat(
      [{ name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.database_url.arn }],
      [for name in local.secrets : { name = name, valueFrom = "${aws_secretsmanager_secret.settings.arn}:${name}::" }],
    )

    # ECS does not read the image's own health check.
    healthCheck = {
      command     = ["CMD-SHELL", "curl --fail --silent --output /dev/null http://127.0.0.1:${local.port}/health/live"]
      interval    = 10
      timeout     = 5
      retries     = 3
      startPeriod = 60
    }

    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.node.name
        awslogs-region        = var.region
        awslogs-stream-prefix = "node"
      }
    }
  }])
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.node.arn
  desired_count   = var.copies
  launch_type     = "FARGATE"

  # A new node takes its place before an old one goes; a version that does not get healthy is taken back.
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 90
  availability_zone_rebalancing      = "ENABLED"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets         = aws_subnet.private[*].id
    security_groups = [aws_security_group.node.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.node.arn
    container_name   = "node"
    container_port   = local.port
  }

  service_registries {
    registry_arn = aws_service_discovery_service.nodes.arn
  }

  depends_on = [aws_lb_listener.https, aws_iam_role_policy.start]
}

resource "aws_lb" "this" {
  name                       = var.name
  load_balancer_type         = "application"
  subnets                    = aws_subnet.public[*].id
  security_groups            = [aws_security_group.balancer.id]
  drop_invalid_header_fields = true
  enable_deletion_protection = true
  # Longer than the 25 s between two heartbeats of an open websocket
  idle_timeout = 120
}

resource "aws_lb_target_group" "node" {
  name                 = var.name
  vpc_id               = aws_vpc.this.id
  target_type          = "ip"
  protocol             = "HTTP"
  port                 = local.port
  deregistration_delay = 30

  # Readiness, not liveness: a node without its database gets no requests, but is not killed for it.
  health_check {
    path                = "/health/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  # Where websockets are blocked, a SockJS session lives on the node that opened it.
  stickiness {
    type            = "lb_cookie"
    cookie_duration = 86400
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = var.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.node.arn
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}
