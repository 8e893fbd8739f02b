output "load_balancer" {
  description = "Point the domain here, by a CNAME or an alias record with the zone below."
  value       = aws_lb.this.dns_name
}

output "load_balancer_zone" {
  description = "The zone of an alias record to the load balancer."
  value       = aws_lb.this.zone_id
}

output "outgoing_addresses" {
  description = "The addresses that VNPAY sees; give them to VNPAY where it asks for a list."
  value       = aws_eip.nat[*].public_ip
}

output "settings_secret" {
  description = "The secret to fill by hand."
  value       = aws_secretsmanager_secret.settings.name
}

output "redeploy" {
  description = "Starts new nodes that read the secrets again."
  value       = "aws ecs update-service --cluster ${aws_ecs_cluster.this.name} --service ${aws_ecs_service.this.name} --force-new-deployment"
}
