# Postgres is the memory: two zones, encrypted, backed up, not to be deleted by mistake.

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = aws_subnet.data[*].id
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  family      = "postgres18"

  # A node that died in a transaction must not hold its locks for long.
  parameter {
    name  = "idle_in_transaction_session_timeout"
    value = "30000"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }

  lifecycle { create_before_destroy = true }
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = "18"
  instance_class = var.database.class

  db_name             = "rolt"
  username            = "rolt"
  password_wo         = ephemeral.aws_secretsmanager_secret_version.database_password.secret_string
  password_wo_version = var.database_password_version

  storage_type          = "gp3"
  allocated_storage     = var.database.storage
  max_allocated_storage = var.database.storage_max
  storage_encrypted     = true

  multi_az               = true
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.data.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  # 02:00 to 04:00 in Vietnam
  backup_window           = "19:00-20:00"
  maintenance_window      = "sun:20:00-sun:21:00"
  backup_retention_period = var.database.backup_days

  deletion_protection             = true
  final_snapshot_identifier       = "${var.name}-final"
  copy_tags_to_snapshot           = true
  performance_insights_enabled    = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# The password goes from Secrets Manager to the database and into DATABASE_URL, never through the state. It is read back
# before it is used, so that an apply that breaks off half-way cannot leave two different ones behind.

ephemeral "aws_secretsmanager_random_password" "database" {
  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "database_password" {
  name = "${var.name}/database-password"
}

resource "aws_secretsmanager_secret_version" "database_password" {
  secret_id                = aws_secretsmanager_secret.database_password.id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.database.random_password
  secret_string_wo_version = var.database_password_version
}

ephemeral "aws_secretsmanager_secret_version" "database_password" {
  secret_id = aws_secretsmanager_secret_version.database_password.secret_id
}

resource "aws_secretsmanager_secret" "database_url" {
  name = "${var.name}/database-url"
}

resource "aws_secretsmanager_secret_version" "database_url" {
  secret_id                = aws_secretsmanager_secret.database_url.id
  secret_string_wo_version = var.database_password_version
  secret_string_wo = format(
    "postgresql://rolt:%s@%s/rolt?sslmode=require",
    ephemeral.aws_secretsmanager_secret_version.database_password.secret_string,
    aws_db_instance.this.endpoint,
  )
}

# Valkey holds nothing that must not be forgotten: no snapshots, and no password besides TLS and the closed network,
# because the provider would keep one in the state.

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = aws_subnet.data[*].id
}

resource "aws_elasticache_parameter_group" "this" {
  name   = "${var.name}-valkey8"
  family = "valkey8"

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = var.name
  description                = "Ready answers and rate limits"
  engine                     = "valkey"
  engine_version             = "8.0"
  node_type                  = var.cache_class
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  parameter_group_name       = aws_elasticache_parameter_group.this.name
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.data.id]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  snapshot_retention_limit   = 0
}
