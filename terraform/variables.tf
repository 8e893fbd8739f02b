variable "name" {
  description = "Names everything, so that a second shop fits into the same account."
  type        = string
  default     = "rolt"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "The name must be 2 to 20 small letters, digits or hyphens and begin with a letter."
  }
}

variable "region" {
  description = "Singapore is the region nearest to Vietnam."
  type        = string
  default     = "ap-southeast-1"
}

variable "image" {
  description = "The image to run with its tag or digest, such as 123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/rolt:1.0.0."
  type        = string
}

variable "domain" {
  description = "Where shoppers and VNPAY find the shop, such as rolt.example."
  type        = string
}

variable "certificate_arn" {
  description = "The certificate for the domain, in ACM of the same region."
  type        = string
}

variable "alarm_email" {
  description = "Who is told when an alarm goes off; has to confirm by mail once."
  type        = string
}

variable "copies" {
  description = "How many nodes run; two at least, so that one can go."
  type        = number
  default     = 2

  validation {
    condition     = var.copies >= 2
    error_message = "One node alone would stop the shop at every deployment."
  }
}

variable "node" {
  description = "CPU units and MiB of memory of a node, in a combination that Fargate offers."
  type = object({
    cpu    = number
    memory = number
  })
  default = {
    cpu    = 1024
    memory = 2048
  }
}

variable "network" {
  description = "The address range of the VPC: a /16, because the nodes find their own address by its first two numbers."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrhost(var.network, 0)) && endswith(var.network, "/16")
    error_message = "The network must be an IPv4 range of the size /16."
  }
}

variable "database" {
  description = "Size of the database: its class, GiB at the start and at most, and days that backups are kept."
  type = object({
    class       = string
    storage     = number
    storage_max = number
    backup_days = number
  })
  default = {
    class       = "db.t4g.medium"
    storage     = 20
    storage_max = 200
    backup_days = 14
  }
}

variable "database_password_version" {
  description = "Raise it to give the database a new password; then force a new deployment of the service."
  type        = number
  default     = 1
}

variable "cache_class" {
  description = "The class of the two Valkey nodes."
  type        = string
  default     = "cache.t4g.micro"
}

variable "mail_from" {
  description = "The sender of all mail, of a domain verified in SES, such as \"ROLT <shop@rolt.example>\"."
  type        = string
}

variable "vnpay_tmn_code" {
  description = "The terminal that VNPAY gave the shop; its secret is no variable, but part of the secret rolt/settings."
  type        = string
}

variable "google_client_id" {
  description = "For signing in with Google, which is off while it is empty; its secret is GOOGLE_CLIENT_SECRET in the secret rolt/settings."
  type        = string
  default     = ""
}

variable "settings" {
  description = "Further settings of conf/.example.env that are no secrets, such as { RATE_FACTOR = \"2\" }."
  type        = map(string)
  default     = {}
}
